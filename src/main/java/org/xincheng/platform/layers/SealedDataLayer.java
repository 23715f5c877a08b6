package org.xincheng.platform.layers;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.xincheng.sealing.Sealer;

/** Personal data at rest: a value that is sealed cannot be read, and opens where it belongs only. */
@Component
class SealedDataLayer implements SecurityLayer {

    private static final String PROBE = "probe";

    private final Sealer sealer;

    SealedDataLayer(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public String key() {
        return "data.sealed";
    }

    @Override
    public String zh() {
        return "个人信息加密存储";
    }

    @Override
    public Optional<String> gap() {
        String sealed = sealer.seal(PROBE, PROBE);
        return !sealed.contains(PROBE) && PROBE.equals(sealer.open(sealed, PROBE))
                ? Optional.empty()
                : Optional.of("the keys do not seal / 密钥不能加密数据");
    }
}

package org.xincheng.platform.layers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.xincheng.platform.start.StartRefused;

/**
 * Asks every layer at the start, before any request is answered, and prints what each says. In production a single gap refuses
 * the start; demo and tests print it and go on.
 */
@Component
class SelfCheck implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(SelfCheck.class);

    private final List<SecurityLayer> layers;
    private final boolean strict;

    SelfCheck(List<SecurityLayer> layers, Environment environment) {
        this.layers =
                layers.stream().sorted(Comparator.comparing(SecurityLayer::key)).toList();
        this.strict = !environment.acceptsProfiles(Profiles.of("demo | test"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> gaps = new ArrayList<>();
        for (SecurityLayer layer : layers) {
            Optional<String> gap = layer.gap();
            if (gap.isEmpty()) {
                log.info("Layer {} holds: {}", layer.key(), layer.zh());
            } else {
                log.warn("Layer {} DOES NOT HOLD: {}: {}", layer.key(), layer.zh(), gap.get());
                gaps.add(layer.key() + ": " + gap.get());
            }
        }
        if (strict && !gaps.isEmpty()) {
            throw new StartRefused(gaps);
        }
    }
}

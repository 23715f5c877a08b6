package org.xincheng.platform.layers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.xincheng.platform.start.StartRefused;

class SelfCheckTest {

    private record Layer(String key, Optional<String> gap) implements SecurityLayer {

        @Override
        public String zh() {
            return "样例";
        }
    }

    private static final SecurityLayer WHOLE = new Layer("sample.whole", Optional.empty());
    private static final SecurityLayer OPEN = new Layer("sample.open", Optional.of("the door stands open / 门开着"));

    @Test
    void oneGapRefusesTheStartInProduction() {
        assertThatThrownBy(() -> check(new MockEnvironment(), WHOLE, OPEN))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("sample.open")
                .hasMessageContaining("the door stands open")
                .hasMessageNotContaining("sample.whole");
        assertThatCode(() -> check(new MockEnvironment(), WHOLE)).doesNotThrowAnyException();
    }

    @Test
    void theDemoPrintsItAndGoesOn() {
        var demo = new MockEnvironment();
        demo.setActiveProfiles("demo");

        assertThatCode(() -> check(demo, WHOLE, OPEN)).doesNotThrowAnyException();
    }

    private static void check(MockEnvironment environment, SecurityLayer... layers) {
        new SelfCheck(List.of(layers), environment).afterSingletonsInstantiated();
    }
}

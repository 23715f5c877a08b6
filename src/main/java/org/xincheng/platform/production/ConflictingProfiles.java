package org.xincheng.platform.production;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.xincheng.platform.start.StartRefused;

/** The demo's known passwords and movable clock never meet production's settings. */
@Component
@Profile("production & (demo | test)")
class ConflictingProfiles implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        throw new StartRefused(List.of("The profiles production and demo (or test) exclude each other / "
                + "production 与 demo（或test）环境不能同时启用"));
    }
}

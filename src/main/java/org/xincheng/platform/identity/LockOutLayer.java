package org.xincheng.platform.identity;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.SignInEngineSettings;
import org.xincheng.platform.layers.SecurityLayer;

/** Guessing passwords: each failure locks the account for longer, and never for good. */
@Component
class LockOutLayer implements SecurityLayer {

    private final ProcessEngineConfigurationImpl engine;

    LockOutLayer(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public String key() {
        return "signin.lockout";
    }

    @Override
    public String zh() {
        return "登录失败递增锁定，不被他人永久锁定";
    }

    @Override
    public Optional<String> gap() {
        boolean grows = engine.getLoginDelayBase() >= SignInEngineSettings.FIRST_DELAY
                && engine.getLoginDelayFactor() >= SignInEngineSettings.GROWTH;
        boolean ends = engine.getLoginMaxAttempts() == Integer.MAX_VALUE
                && engine.getLoginDelayMaxTime() == SignInEngineSettings.LONGEST_DELAY;
        return grows && ends
                ? Optional.empty()
                : Optional.of("failed attempts lock no account, or lock one for good / 登录失败不锁定账号，或者永久锁定");
    }
}

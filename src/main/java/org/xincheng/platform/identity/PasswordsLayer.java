package org.xincheng.platform.identity;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.password.PasswordRules;
import org.xincheng.platform.layers.SecurityLayer;

/** Rules for passwords: the engine holds everybody to ours, wherever a password is set. */
@Component
class PasswordsLayer implements SecurityLayer {

    private final ProcessEngineConfigurationImpl engine;

    PasswordsLayer(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public String key() {
        return "signin.passwords";
    }

    @Override
    public String zh() {
        return "密码复杂度规则";
    }

    @Override
    public Optional<String> gap() {
        return engine.isEnablePasswordPolicy() && engine.getPasswordPolicy() instanceof PasswordRules
                ? Optional.empty()
                : Optional.of("any password is accepted / 任何密码均可使用");
    }
}

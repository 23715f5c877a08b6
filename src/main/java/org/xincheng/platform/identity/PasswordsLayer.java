package org.xincheng.platform.identity;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.xincheng.platform.account.password.PasswordHash;
import org.xincheng.platform.account.password.PasswordRules;
import org.xincheng.platform.layers.SecurityLayer;

/** Passwords: the engine holds everybody to our rules, wherever one is set, and keeps it by our slow hash. */
@Component
class PasswordsLayer implements SecurityLayer {

    private final ProcessEngineConfigurationImpl engine;
    private final PasswordHash hash;

    PasswordsLayer(ProcessEngine engine, PasswordHash hash) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.hash = hash;
    }

    @Override
    public String key() {
        return "signin.passwords";
    }

    @Override
    public String zh() {
        return "密码复杂度规则和慢散列";
    }

    @Override
    public Optional<String> gap() {
        if (!engine.isEnablePasswordPolicy() || !(engine.getPasswordPolicy() instanceof PasswordRules)) {
            return Optional.of("any password is accepted / 任何密码均可使用");
        }
        return engine.getPasswordEncryptor() == hash && hash.isSlow()
                ? Optional.empty()
                : Optional.of("passwords are hashed fast: raise xincheng.sign-in.password-rounds / 密码散列轮数不足");
    }
}

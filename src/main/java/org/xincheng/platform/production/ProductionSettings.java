package org.xincheng.platform.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.xincheng.platform.demo.DemoAccounts;
import org.xincheng.platform.demo.DemoKeys;
import org.xincheng.platform.start.StartRefused;

/**
 * Outside demo and tests, every connection and secret comes from the environment. Checked before anything is connected
 * to, so that the message names the variable that is missing.
 */
@Component
@Profile("!demo & !test")
class ProductionSettings implements BeanFactoryPostProcessor, EnvironmentAware {

    /** The shortest secret of the administrator that is accepted. */
    static final int SHORTEST_SECRET = 12;

    private static final Map<String, String> REQUIRED = new TreeMap<>(Map.of(
            "spring.datasource.url", "SPRING_DATASOURCE_URL",
            "spring.datasource.username", "SPRING_DATASOURCE_USERNAME",
            "spring.datasource.password", "SPRING_DATASOURCE_PASSWORD",
            "spring.flyway.user", "SPRING_FLYWAY_USER",
            "spring.flyway.password", "SPRING_FLYWAY_PASSWORD",
            "spring.mail.host", "SPRING_MAIL_HOST",
            "xincheng.mail.from", "XINCHENG_MAIL_FROM",
            "xincheng.print.public-address", "XINCHENG_PUBLIC_ADDRESS",
            "xincheng.sealing.data-keys", "XINCHENG_DATA_KEYS",
            "xincheng.sealing.index-key", "XINCHENG_INDEX_KEY"));

    private static final List<String> KEYS = List.of("xincheng.sealing.data-keys", "xincheng.sealing.index-key");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        List<String> reasons = new ArrayList<>();
        REQUIRED.forEach((property, variable) -> {
            if (!StringUtils.hasText(environment.getProperty(property))) {
                reasons.add(variable + " is not set / 未设置环境变量 " + variable);
            }
        });
        KEYS.forEach(property -> {
            if (DemoKeys.isAmong(environment.getProperty(property, ""))) {
                reasons.add(
                        REQUIRED.get(property) + " holds a key of the demo / " + REQUIRED.get(property) + " 中有演示密钥");
            }
        });
        reasons.addAll(faultsOfSecret(environment.getProperty("xincheng.admin.password", "")));
        if (!reasons.isEmpty()) {
            throw new StartRefused(reasons);
        }
    }

    private static List<String> faultsOfSecret(String secret) {
        if (!StringUtils.hasText(secret)) {
            return List.of("XINCHENG_ADMIN_PASSWORD is not set / 未设置环境变量 XINCHENG_ADMIN_PASSWORD");
        }
        if (DemoAccounts.isDemoPassword(secret)) {
            return List.of("XINCHENG_ADMIN_PASSWORD is a password of the demo / 系统管理员密码是演示密码");
        }
        if (secret.length() < SHORTEST_SECRET) {
            return List.of("XINCHENG_ADMIN_PASSWORD is shorter than " + SHORTEST_SECRET + " characters / 系统管理员密码少于 "
                    + SHORTEST_SECRET + " 位");
        }
        return List.of();
    }
}

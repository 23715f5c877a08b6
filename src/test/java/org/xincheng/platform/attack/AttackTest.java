package org.xincheng.platform.attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.xincheng.support.XinchengTest;

/** An attack on the running application, with a {@link Canary} in it that must not sing. All attacks share one application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@XinchengTest
@Import({AttackTest.Cage.class, Attacker.class})
@ExtendWith(AttackTest.Hush.class)
@interface AttackTest {

    /** Keeps the canary. */
    @TestConfiguration(proxyBeanMethods = false)
    @Profile("test")
    class Cage {

        @Bean
        Canary canary() {
            return new Canary();
        }
    }

    /** Begins and ends every attack in silence. */
    class Hush implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test).getBean(Canary.class).hush();
        }

        @Override
        public void afterEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test).getBean(Canary.class).hush();
            SpringExtension.getApplicationContext(test).getBean(Attacker.class).cleanUp();
        }
    }
}

package org.xincheng.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Says on a controller or on one of its methods which right a caller needs; the method's word goes before the class's. Every
 * route says either this or {@link OpenToEverybody}: a test sees to it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@PreAuthorize("@currentUser.may('{value}')")
public @interface Requires {

    /** The right. */
    Right value();
}

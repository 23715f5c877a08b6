package org.xincheng.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The tests of this class pass every flow node and every sequence flow of a model; what they leave out fails the class. The
 * figures are written to {@code target/model-coverage}. A run of single methods is not judged.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ModelCoverage.class)
public @interface CoversModel {

    /** Path of the model from the project's root. */
    String value();
}

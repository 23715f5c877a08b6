package org.xincheng.models;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule of the house for models.
 *
 * @param name the rule in a few words, which also names the planted model
 * @param findings places that break it, each as {@code id: what is wrong}
 */
record ModelRule(String name, Function<ModelFile, Stream<String>> findings) {}

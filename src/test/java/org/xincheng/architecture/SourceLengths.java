package org.xincheng.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lengths of source files, in lines. */
final class SourceLengths {

    private SourceLengths() {}

    /** Files under a folder that have more lines than allowed, with their length. */
    static List<String> over(int limit, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > limit)
                    .map(file -> file + ": " + lines(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Files of delegates that have more lines than allowed, with their length.
     *
     * @throws IllegalArgumentException where there is no delegate among the classes
     */
    static List<String> delegatesOver(int limit, JavaClasses classes, Path sources) {
        List<JavaClass> delegates = classes.stream()
                .filter(type -> type.isAssignableTo("org.camunda.bpm.engine.delegate.JavaDelegate"))
                .toList();
        if (delegates.isEmpty()) {
            throw new IllegalArgumentException("no delegate to measure");
        }
        return delegates.stream()
                .map(type -> sources.resolve(type.getPackageName().replace('.', '/'))
                        .resolve(type.getSource().orElseThrow().getFileName().orElseThrow()))
                .distinct()
                .filter(file -> lines(file) > limit)
                .map(file -> file + ": " + lines(file))
                .sorted()
                .toList();
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

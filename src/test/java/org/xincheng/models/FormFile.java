package org.xincheng.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form as a file.
 *
 * @param name the file's name without its ending
 * @param content its JSON
 */
record FormFile(String name, JsonNode content) {

    /** Reads a file; one that is no JSON is refused. */
    static FormFile read(Path path) {
        try {
            String name = path.getFileName().toString().replaceFirst("\\.form$", "");
            return new FormFile(name, new ObjectMapper().readTree(path.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** The forms under a folder, in the order of their paths. */
    static List<Path> paths(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id by which models name it. */
    String id() {
        return content.path("id").asText();
    }
}

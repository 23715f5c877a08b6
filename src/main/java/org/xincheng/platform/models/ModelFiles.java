package org.xincheng.platform.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models and forms of one set: name relative to the set, e.g. {@code processes/listing/hearing.bpmn}, and content.
 *
 * @param origin where they were read, for people
 * @param files content by name, in the order of the names
 */
record ModelFiles(String origin, SortedMap<String, byte[]> files) {

    /** What is deployed of each folder. */
    private static final Map<String, String> PATTERNS = Map.of("processes", ".+\\.(bpmn|dmn)", "forms", ".+\\.form");

    /**
     * Reads {@code processes/} and {@code forms/} below a folder.
     *
     * @throws IOException when a file cannot be read
     */
    static ModelFiles inFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String part : PATTERNS.keySet()) {
            Path start = folder.resolve(part);
            if (Files.isDirectory(start)) {
                collect(folder, start, files);
            }
        }
        return new ModelFiles(folder.toAbsolutePath().normalize().toString(), files);
    }

    private static void collect(Path folder, Path start, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> found = Files.walk(start)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (isModel(name)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
    }

    /**
     * Reads the packaged {@code processes/} and {@code forms/}.
     *
     * @throws IOException when a file cannot be read
     */
    static ModelFiles packaged() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        for (String part : PATTERNS.keySet()) {
            for (Resource resource : resolver.getResources("classpath*:" + part + "/**/*.*")) {
                String address = resource.getURL().toString();
                String name = address.substring(address.lastIndexOf("/" + part + "/") + 1);
                if (isModel(name)) {
                    try (InputStream content = resource.getInputStream()) {
                        files.put(name, content.readAllBytes());
                    }
                }
            }
        }
        return new ModelFiles("classpath", files);
    }

    /** Hidden folders hold the modeller's own files, such as element templates. */
    private static boolean isModel(String name) {
        String folder = name.substring(0, name.indexOf('/'));
        return name.matches(PATTERNS.get(folder)) && !name.contains("/.");
    }
}

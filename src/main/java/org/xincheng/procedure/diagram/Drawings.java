package org.xincheng.procedure.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The drawings of the models. Each names the hash of the model that it was made from: a case that runs under another version of the model is not shown on
 * a drawing of something else.
 */
@Component
class Drawings {

    private static final Pattern SOURCE = Pattern.compile("<!-- source: \\S+ sha256:([0-9a-f]{64}) -->");

    private final RepositoryService repository;
    private final Map<String, Drawing> byModel = new HashMap<>();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    Drawings(RepositoryService repository) {
        this.repository = repository;
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:diagrams/*.svg")) {
                var svg = file.getContentAsString(StandardCharsets.UTF_8);
                var source = SOURCE.matcher(svg);
                if (source.find()) {
                    byModel.put(source.group(1), new Drawing(svg));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The drawings of the models cannot be read", e);
        }
    }

    /** The drawing of this version of a model; empty where it was deployed from other bytes than any drawing was made from. */
    Optional<Drawing> of(String definitionId) {
        return Optional.ofNullable(byModel.get(hashes.computeIfAbsent(definitionId, this::hash)));
    }

    private String hash(String definitionId) {
        try (var model = repository.getProcessModel(definitionId)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

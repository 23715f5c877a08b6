package org.xincheng.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import org.xincheng.credit.letter.LetterKind;
import org.xincheng.credit.letter.LetterWriter;
import org.xincheng.credit.letter.StatedContent;

/**
 * Writes letters from the Thymeleaf files in {@code forms/letters/}: those of the working directory if it has them, so
 * that a designer's change shows in the next letter, else the packaged ones.
 *
 * <p>The engine is its own: pages must not find letters among their templates, nor letters the pages.
 */
@Component
class ThymeleafLetterWriter implements LetterWriter {

    private static final String FOLDER = "forms/letters/";

    private final Path folder;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    @Autowired
    ThymeleafLetterWriter(@Value("${xincheng.models-dir:}") String modelsDir) {
        this(Path.of(modelsDir).resolve(FOLDER));
    }

    ThymeleafLetterWriter(Path folder) {
        this.folder = Files.isDirectory(folder) ? folder.toAbsolutePath() : null;
        engine.setTemplateResolver(resolver());
        for (LetterKind kind : LetterKind.values()) {
            require(kind);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException where a part is missing that a letter of this kind must state; the message names
     *     the parts and holds none of the content
     * @throws IllegalStateException where the template is missing
     */
    @Override
    public String write(LetterKind kind, String number, StatedContent content) {
        var missing = MandatoryContent.missing(kind, content);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(kind + " does not state " + String.join(", ", missing));
        }
        require(kind);
        var values = Map.of(
                "kind",
                kind,
                "number",
                number,
                "content",
                content,
                "zh",
                new ChineseText(),
                "part",
                new ChineseText.Parts());
        return engine.process(kind.template(), new Context(Locale.SIMPLIFIED_CHINESE, values));
    }

    private AbstractConfigurableTemplateResolver resolver() {
        AbstractConfigurableTemplateResolver resolver;
        if (folder == null) {
            resolver = new ClassLoaderTemplateResolver(getClass().getClassLoader());
            resolver.setPrefix(FOLDER);
            resolver.setCacheable(true);
        } else {
            resolver = new ChangingFiles();
            resolver.setPrefix(folder + "/");
        }
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }

    /** Files whose parsed form is used as long as the file's time and size stay what they were. */
    private static final class ChangingFiles extends FileTemplateResolver {

        @Override
        protected ICacheEntryValidity computeValidity(
                IEngineConfiguration configuration,
                String ownerTemplate,
                String template,
                Map<String, Object> templateResolutionAttributes) {
            var file = Path.of(getPrefix() + template + getSuffix());
            return new Unchanged(file, stateOf(file));
        }

        private static String stateOf(Path file) {
            try {
                return Files.getLastModifiedTime(file) + " " + Files.size(file);
            } catch (IOException unreadable) {
                // Reading the template says what is wrong with the file.
                return "";
            }
        }

        private record Unchanged(Path file, String state) implements ICacheEntryValidity {

            @Override
            public boolean isCacheable() {
                return !state.isEmpty();
            }

            @Override
            public boolean isCacheStillValid() {
                return state.equals(stateOf(file));
            }
        }
    }

    private void require(LetterKind kind) {
        var file = kind.template() + ".html";
        var there = folder == null
                ? getClass().getClassLoader().getResource(FOLDER + file) != null
                : Files.isReadable(folder.resolve(file));
        if (!there) {
            throw new IllegalStateException("no template for " + kind + ": "
                    + (folder == null ? "classpath:" + FOLDER + file : folder.resolve(file)));
        }
    }
}

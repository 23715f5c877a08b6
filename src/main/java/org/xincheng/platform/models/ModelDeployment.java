package org.xincheng.platform.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deploys all models and forms as one deployment while the application starts, so before it answers any request. Nothing
 * happens when none of them has changed since the last deployment.
 *
 * <p>One set and not file by file: a model that binds a form or a called model by {@code binding="deployment"} finds it
 * only in its own deployment.
 *
 * <p>A bean that needs the models while it is made names this one in {@code @DependsOn("modelDeployment")}.
 */
@Component("modelDeployment")
public class ModelDeployment implements InitializingBean {

    /** The name of the deployment. */
    public static final String NAME = "xincheng";

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final String configuredFolder;

    ModelDeployment(RepositoryService repository, @Value("${xincheng.models-dir}") String configuredFolder) {
        this.repository = repository;
        this.configuredFolder = configuredFolder;
    }

    @Override
    public void afterPropertiesSet() {
        deploy();
    }

    /**
     * Deploys the current files if any of them changed.
     *
     * @return the id of the deployment that is now the latest; empty text when there are no files
     * @throws UncheckedIOException when a file cannot be read
     */
    public String deploy() {
        ModelFiles models = read();
        if (models.files().isEmpty()) {
            log.warn("No models found in {}", models.origin());
            return "";
        }
        DeploymentBuilder builder =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        models.files().forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        Deployment deployment = builder.deploy();
        log.info(
                "Models of {}: {} files, deployment {}",
                models.origin(),
                models.files().size(),
                deployment.getId());
        return deployment.getId();
    }

    private ModelFiles read() {
        try {
            if (!configuredFolder.isBlank()) {
                return ModelFiles.inFolder(existing(Path.of(configuredFolder)));
            }
            Path workingDirectory = Path.of("");
            return Files.isDirectory(workingDirectory.resolve("processes"))
                    ? ModelFiles.inFolder(workingDirectory)
                    : ModelFiles.packaged();
        } catch (IOException e) {
            throw new UncheckedIOException("The models cannot be read", e);
        }
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("xincheng.models-dir names no folder: " + folder);
        }
        return folder;
    }
}

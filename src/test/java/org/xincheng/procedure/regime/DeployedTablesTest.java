package org.xincheng.procedure.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.xincheng.law.CountUnit;
import org.xincheng.law.LevelInputs;
import org.xincheng.law.LevelRule;
import org.xincheng.law.RegimeTables;

/** The same tables through a process engine: it accepts the files, and a new version counts from its deployment on. */
class DeployedTablesTest {

    private static EmbeddedPostgres database;
    private static ProcessEngine engine;

    @BeforeAll
    static void deploy() throws IOException {
        database = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName("tables")
                .setDataSource(database.getPostgresDatabase())
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (Path file : TableFiles.paths()) {
            deployment.addString(file.getFileName().toString(), Files.readString(file));
        }
        deployment.deploy();
    }

    @AfterAll
    static void stop() throws IOException {
        if (engine != null) {
            engine.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void theEngineAnswersAsTheFilesDo() {
        RegimeTables deployed = new DmnRegimeTables(deployed(engine));
        RegimeTables files = new DmnRegimeTables(new TableFiles());

        assertThat(deployed.regimes()).hasSize(17).isEqualTo(files.regimes());
        assertThat(deployed.documentKinds()).isEqualTo(files.documentKinds()).hasSize(5);
        assertThat(deployed.gate("freeRepair")).isEqualTo(files.gate("freeRepair"));
        assertThat(deployed.deadline("WS-CITY", "publication")).isEqualTo(files.deadline("WS-CITY", "publication"));
        assertThat(deployed.behaviourRestriction("MOHURD-G-16", "PERSON")).isPresent();
        assertThat(deployed.decideLevel("WS-CITY", new LevelInputs(0, 1, 0, ";WS-CITY-J-03;")))
                .map(LevelRule::level)
                .contains("JOINT");
        assertThat(deployed.decideLevel("NANNING", new LevelInputs(9, 0, 0, null)))
                .isEmpty();
    }

    @Test
    void aNewVersionCountsFromItsDeploymentOn() {
        RegimeTables tables = new DmnRegimeTables(deployed(engine));
        assertThat(tables.deadline("MOHURD", "draft").count()).isEqualTo(5);

        deployWithCount("draft", 5, 6);

        assertThat(tables.deadline("MOHURD", "draft").count()).isEqualTo(6);
        assertThat(tables.deadline("MOHURD", "draft").unit()).isEqualTo(CountUnit.WORKING_DAY);
    }

    @Test
    void aTransactionSeesOneStateOfTheLawAndTheNextOneTheNew() {
        RegimeTables tables = new DmnRegimeTables(deployed(engine));
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(database.getPostgresDatabase()));
        TransactionTemplate another = new TransactionTemplate(
                transaction.getTransactionManager(),
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));

        transaction.executeWithoutResult(status -> {
            assertThat(tables.deadline("MOHURD", "approval").count()).isEqualTo(3);
            deployWithCount("approval", 3, 4);
            assertThat(tables.deadline("MOHURD", "approval").count()).isEqualTo(3);
            another.executeWithoutResult(inner ->
                    assertThat(tables.deadline("MOHURD", "approval").count()).isEqualTo(4));
            assertThat(tables.deadline("MOHURD", "approval").count()).isEqualTo(3);
        });

        transaction.executeWithoutResult(status ->
                assertThat(tables.deadline("MOHURD", "approval").count()).isEqualTo(4));
    }

    /** Deploys the table of deadlines with one count changed. */
    private static void deployWithCount(String step, int before, int after) {
        try {
            String file = Files.readString(TableFiles.FOLDER.resolve("deadlines.dmn"));
            String changed = file.replaceFirst(
                    "(?<cell>\"rule_any_" + step + "_out_count\">\\s*<text>)" + before + "<", "${cell}" + after + "<");
            assertThat(changed).isNotEqualTo(file);
            engine.getRepositoryService()
                    .createDeployment()
                    .addString("deadlines.dmn", changed)
                    .deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableEvaluator deployed(ProcessEngine engine) {
        return new DeployedTables(
                engine.getDecisionService(), (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
    }
}

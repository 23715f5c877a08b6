package org.xincheng.platform.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xincheng.audit.AuditLog;

/**
 * The engine's settings that are ours rather than an installation's; what an installation may tune (job threads, pool,
 * schema) is in {@code application.yaml}.
 */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    /** Ids of users and groups: the engine's own rule, and hyphens inside. */
    private static final String IDENTITY_ID = "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*";

    /** Waits between the tries of a failed job, e.g. of a mail; after the last it becomes an incident. */
    private static final String RETRY_CYCLE = "PT5M,PT30M,PT2H,PT8H";

    /** Jobs of a lower priority are none of the job executor's: whoever gave them one runs them (docs/adr/0024). */
    private static final long LOWEST_PRIORITY = -5;

    private final ApplicationContext context;
    private final Environment environment;

    EngineSettings(ApplicationContext context, Environment environment) {
        this.context = context;
        this.environment = environment;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        record(engine);
        engine.setFailedJobRetryTimeCycle(RETRY_CYCLE);
        // What came in great number and can wait stands behind what came alone and is due.
        engine.setJobExecutorAcquireByPriority(true);
        engine.setJobExecutorPriorityRangeMin(LOWEST_PRIORITY);
        // What the store refuses is an answer to whoever asked, not an error of the system.
        engine.setEnableCmdExceptionLogging(false);
        restrict(engine);
        guardQueries(engine);
        guardModels(engine);
        guardTasks(engine);
        engine.setCustomSessionFactories(List.of(
                new StoredFilters.Factory(), new AuditedOperations.Factory(() -> context.getBean(AuditLog.class))));
        engine.setIdentityProviderSessionFactory(
                new LastAdministratorStays.Factory(() -> context.getBean(JdbcClient.class)));
    }

    private static void record(ProcessEngineConfigurationImpl engine) {
        // The case's own history is in the credit store. Rewriting the engine's at the end of each process would be
        // half of what a timer costs.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
        engine.setHistoryCleanupEnabled(false);
        engine.setEnforceHistoryTimeToLive(false);
        engine.setTaskMetricsEnabled(false);
    }

    private void restrict(ProcessEngineConfigurationImpl engine) {
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableXxeProcessing(false);
        engine.setQueryMaxResultsLimit(EngineLimits.LONGEST_LIST);
        // The demo's passwords are made to be remembered; everywhere else the engine's rules for passwords hold.
        engine.setEnablePasswordPolicy(!environment.acceptsProfiles(Profiles.of("demo | test")));
    }

    private static void guardQueries(ProcessEngineConfigurationImpl engine) {
        engine.setEnableExpressionsInAdhocQueries(false);
        // The lists shared in Tasklist need an expression for "mine" and "today"; StoredFilters lets no other through.
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new QueryGuard(), new StoreAnswers()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new QueryGuard(), new StoreAnswers()));
    }

    private void guardModels(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressionManager(context, new ExposedBeans(context)));
        engine.setBpmnParseFactory(new ModelGuard.Factory());
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        // No procedure is a case plan, and what is not read cannot name a class.
        engine.setCmmnEnabled(false);
        DefaultDmnEngineConfiguration tables =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.getTransformer().getTransformListeners().add(new ScriptsInModels());
        engine.setDmnEngineConfiguration(tables);
    }

    private static void guardTasks(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern(IDENTITY_ID);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setResourceAuthorizationProvider(new DefinitionGrants());
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new TaskRules()));
        engine.setAdminGroups(List.of(Groups.CAMUNDA_ADMIN));
        // Rights are only ever granted here; looking for revocations would double the work of every task list.
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
    }
}

package org.xincheng.platform.engine;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.WritableIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.web.context.WebApplicationContext;
import org.xincheng.platform.layers.SecurityLayer;

/** The layers before and in the engine, as the running engine shows them. */
@Configuration(proxyBeanMethods = false)
class EngineLayers {

    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl settings;

    EngineLayers(ProcessEngine engine) {
        this.engine = engine;
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private record Layer(String key, String zh, BooleanSupplier holds, String missing) implements SecurityLayer {

        @Override
        public Optional<String> gap() {
            return holds.getAsBoolean() ? Optional.empty() : Optional.of(missing);
        }
    }

    @Bean
    SecurityLayer engineRestLayer(ApplicationContext context) {
        return new Layer(
                "engine.rest",
                "流程引擎接口只开放白名单",
                () -> context instanceof WebApplicationContext web && isGated(web.getServletContext()),
                "no gate before the engine's REST / 流程引擎接口之前没有过滤器");
    }

    private static boolean isGated(ServletContext server) {
        FilterRegistration gate = server == null ? null : server.getFilterRegistration("engineGate");
        return gate != null && gate.getUrlPatternMappings().contains("/camunda/api/*");
    }

    @Bean
    SecurityLayer engineQueriesLayer() {
        return new Layer(
                "engine.queries",
                "任务查询和筛选器不执行表达式",
                () -> settings.getCommandInterceptorsTxRequired().stream().anyMatch(QueryGuard.class::isInstance)
                        && settings.getCommandInterceptorsTxRequiresNew().stream()
                                .anyMatch(QueryGuard.class::isInstance)
                        && settings.getSessionFactories().get(FilterManager.class) instanceof StoredFilters.Factory
                        && !settings.isEnableExpressionsInAdhocQueries(),
                "queries may hold expressions / 查询可以使用表达式");
    }

    @Bean
    SecurityLayer engineExpressionsLayer() {
        return new Layer(
                "engine.expressions",
                "模型表达式只能使用公开的组件，不得写明类名",
                () -> settings.getBpmnParseFactory() instanceof ModelGuard.Factory
                        && settings.getCommandExecutorTxRequired().execute(this::refusesClasses),
                "an expression reaches the class system / 表达式可以访问类");
    }

    private boolean refusesClasses(CommandContext command) {
        try {
            settings.getExpressionManager().createExpression("${''.class}").getValue(null);
            return false;
        } catch (ProcessEngineException e) {
            return ExpressionGuard.isRefusal(e);
        }
    }

    @Bean
    SecurityLayer engineScriptsLayer() {
        return new Layer(
                "engine.scripts",
                "模型不执行脚本",
                () -> settings.getScriptEngineResolver() instanceof NoScripts
                        && settings.getDmnEngineConfiguration().getTransformer().getTransformListeners().stream()
                                .anyMatch(ScriptsInModels.class::isInstance)
                        && new ScriptEngineManager()
                                .getEngineFactories().stream()
                                        .allMatch(factory ->
                                                factory.getClass().getName().startsWith("org.camunda.")),
                "scripts can run / 脚本可以执行");
    }

    @Bean
    SecurityLayer engineAuthorizationLayer() {
        return new Layer(
                "engine.authorization",
                "按组授权，任务只由候选人办理",
                () -> settings.isAuthorizationEnabled()
                        && settings.getCommandCheckers().stream().anyMatch(TaskRules.class::isInstance)
                        && settings.getDefaultUserPermissionNameForTask().equals("TASK_WORK"),
                "rights are not checked / 未检查权限");
    }

    @Bean
    SecurityLayer engineSettingsLayer() {
        return new Layer(
                "engine.settings",
                "不反序列化Java对象，不读取外部实体，限制列表长度，不清除历史",
                () -> settings.isDeserializationTypeValidationEnabled()
                        && !settings.isJavaSerializationFormatEnabled()
                        && !settings.isEnableXxeProcessing()
                        && settings.getQueryMaxResultsLimit() == EngineLimits.LONGEST_LIST
                        && !settings.isHistoryCleanupEnabled()
                        && !settings.isCmmnEnabled(),
                "a setting of the engine is open / 流程引擎的设置不安全");
    }

    @Bean
    SecurityLayer engineAuditLayer() {
        return new Layer(
                "engine.audit",
                "流程引擎的操作记入审计日志",
                () -> settings.getSessionFactories().get(UserOperationLogManager.class)
                        instanceof AuditedOperations.Factory,
                "what users do with the engine is not logged / 未记录流程引擎的操作");
    }

    /** The group gets its member when the application starts. */
    @Bean
    @DependsOn("identityBootstrap")
    SecurityLayer engineSetupLayer() {
        return new Layer(
                "engine.setup",
                "系统管理员组不为空，初始化页面关闭",
                () -> settings.getSessionFactories().get(WritableIdentityProvider.class)
                                instanceof LastAdministratorStays.Factory
                        && engine.getIdentityService()
                                        .createUserQuery()
                                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                                        .count()
                                > 0,
                "there is no administrator / 没有系统管理员");
    }
}

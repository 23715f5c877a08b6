package org.xincheng.platform.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Refuses every script in a model: a script could do whatever this process can. DMN tables in FEEL need none. */
final class NoScripts implements ScriptEngineResolver {

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new ProcessEngineException("Scripts are not allowed in models (language: " + language
                + "); use a delegate, or a DMN table in FEEL / 模型中不得使用脚本");
    }

    @Override
    public void addScriptEngineFactory(ScriptEngineFactory scriptEngineFactory) {
        throw new ProcessEngineException("Script languages cannot be added / 不得添加脚本语言");
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return null;
    }
}

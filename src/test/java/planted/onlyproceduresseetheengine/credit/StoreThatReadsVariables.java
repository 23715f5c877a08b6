package planted.onlyproceduresseetheengine.credit;

import org.camunda.bpm.engine.delegate.VariableScope;

/** Planted: a store that knows the engine. */
class StoreThatReadsVariables {
    Object subject(VariableScope scope) {
        return scope.getVariable("subject");
    }
}

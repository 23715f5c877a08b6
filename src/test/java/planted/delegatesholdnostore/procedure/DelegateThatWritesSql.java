package planted.delegatesholdnostore.procedure;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Planted: a delegate that goes past the store. */
class DelegateThatWritesSql implements JavaDelegate {

    private final JdbcClient jdbc;

    DelegateThatWritesSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void execute(DelegateExecution execution) {
        jdbc.sql("select 1").query().rowSet();
    }
}

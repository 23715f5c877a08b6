package org.xincheng.platform.start;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the reasons instead of a stack trace. */
class StartRefusedReport extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused cause) {
        String description = cause.reasons().stream()
                .map(reason -> "  - " + reason)
                .collect(Collectors.joining("\n", "Xincheng refuses to start / 信程拒绝启动：\n", ""));
        return new FailureAnalysis(
                description,
                "Correct the settings above and start again; to try the system out, use the profile demo. / "
                        + "请改正上述设置后重新启动；试用请使用 demo 环境。",
                cause);
    }
}

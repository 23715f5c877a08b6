package org.xincheng.platform.engine.rest;

import java.util.regex.Pattern;

/** The engine's words for an error as sentences for those who read them on a screen. */
final class EngineMessages {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** What the REST layer puts before the reason when a form is refused: ids that mean nothing to a clerk. */
    private static final Pattern BEFORE_THE_REASON =
            Pattern.compile("^Cannot (submit task form|instantiate process definition) \\S+: ");

    private static final Pattern TASK = Pattern.compile(".*/task/[^/]+(/.*)?");

    /** The paths of users, groups and rights, which administrators alone use. */
    private static final Pattern ADMINISTRATION = Pattern.compile(".*/engine/default/(user|group|authorization)(/.*)?");

    private static final int FORBIDDEN = 403;
    private static final int MISSING = 404;
    private static final int SERVER_FAULT = 500;

    private EngineMessages() {}

    /**
     * The sentence for an error.
     *
     * @param path of the request
     * @param status HTTP status of the answer
     * @param original what the engine says; where it holds a sentence of ours, that one is taken
     */
    static String chinese(String path, int status, String original) {
        if (CHINESE.matcher(original).find()) {
            return BEFORE_THE_REASON.matcher(original).replaceFirst("");
        }
        if (TASK.matcher(path).matches()) {
            return ofTask(status, original);
        }
        if (status == FORBIDDEN) {
            return "您没有进行此操作的权限";
        }
        if (ADMINISTRATION.matcher(path).matches()) {
            return "操作未能完成（流程引擎：" + original + "）";
        }
        return status == MISSING ? "没有所请求的内容" : general(status);
    }

    private static String ofTask(int status, String original) {
        if (status == FORBIDDEN) {
            return "您不能办理此任务：任务已由他人认领，或者不属于您所在的组";
        }
        boolean gone = status == MISSING || original.contains("task is null") || original.contains("find task");
        return gone ? "没有此任务，或者任务已经办理" : general(status);
    }

    private static String general(int status) {
        return status >= SERVER_FAULT ? "系统内部出错，请稍后再试；如仍不行，请告知系统管理员" : "未能完成此操作，请刷新页面后再试";
    }
}

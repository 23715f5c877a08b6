package org.xincheng.credit.cases;

/**
 * Who acts, and through what. Each act has exactly one of each (DESIGN §6, 13).
 *
 * @param user user id, or {@code engine} where a timer acts
 * @param cause the task, timer or request behind the act, e.g. {@code userTask_reviewDraft}
 */
public record Actor(String user, String cause) {

    /** User id of acts that nobody did: a timer or a service task of the procedure. */
    public static final String ENGINE = "engine";

    /** The procedure itself acts. */
    public static Actor engine(String cause) {
        return new Actor(ENGINE, cause);
    }
}

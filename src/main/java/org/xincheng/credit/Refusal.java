package org.xincheng.credit;

import org.xincheng.law.Gate;

/**
 * Why the store refuses: the policy that refused and the article it rests on, so that the reason can go into a letter.
 *
 * @param policy simple name of the refusing policy
 * @param zh one sentence for the clerk: what is missing and what to do
 * @param en the same in English, for other systems
 * @param document founding document
 * @param article its article
 */
public record Refusal(String policy, String zh, String en, String document, String article) {

    /** A refusal by a policy that rests on a row of {@code gates.dmn}. */
    public static Refusal by(Class<?> policy, Gate gate, String zh, String en) {
        return new Refusal(policy.getSimpleName(), zh, en, gate.document(), gate.article());
    }

    /** A refusal by a policy that is a method: its name is the policy's. */
    public static Refusal by(String policy, Gate gate, String zh, String en) {
        return new Refusal(policy, zh, en, gate.document(), gate.article());
    }

    /** The sentence with its source, as screens show it. */
    public String sentence() {
        return zh + "（依据：" + document + " " + article + "）";
    }
}

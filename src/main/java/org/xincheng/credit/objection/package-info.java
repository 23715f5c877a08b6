/**
 * Objection (异议) and complaint (投诉) against a listing: first and second instance. What both have in common is a remedy: it is accepted, measures and clock
 * stop, it is verified, decided and answered, and the answer is carried out. {@code ObjectionFiling} and {@code ComplaintFiling} open them, {@code Acceptance},
 * {@code Verification}, {@code ResultDecision}, {@code Answering}, {@code CarryingOut}, {@code Withdrawal} and {@code Aftermath} take the steps,
 * {@code ExpertPanel} sits in complaints; each is guarded by the sentences of {@code RemedyPolicies}.
 */
package org.xincheng.credit.objection;

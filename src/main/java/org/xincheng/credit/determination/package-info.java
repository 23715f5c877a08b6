/**
 * Determination (认定): from the record to a listing or to none. Use cases by stage — {@code CaseOpening}, {@code Drafting}, {@code Notification},
 * {@code BeingHeard}, {@code Deciding}, {@code TakingEffect} — each guarded by the sentences of {@code DeterminationPolicies}.
 */
package org.xincheng.credit.determination;

/**
 * The auditor's pages under {@code /audit}: search, export and verification of the log, and the review of lookups (查询审查). They are for
 * the auditor alone. Whoever administers the system is kept out, also with the auditor's role: who gives rights must not be who watches
 * how they are used.
 */
package org.xincheng.supervision.audit;

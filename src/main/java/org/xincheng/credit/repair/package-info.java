/**
 * Credit repair (信用修复): a subject that has corrected itself comes off the list early, in the time the rules give and free of charge (WZ2022 (十二)(十三);
 * 信用修复管理办法). {@code RepairFiling} opens and enters an application, {@code RepairEligibility} says whether and from when it can be asked for,
 * {@code RepairAcceptance} settles completeness and eligibility, {@code RepairVerification} checks and decides, {@code RepairGranting} ends the listing or
 * refuses. A repair that rested on false material is revoked by a case of its own: {@code RevocationOfRepair}. Correction of wrong data is not repair.
 */
package org.xincheng.credit.repair;

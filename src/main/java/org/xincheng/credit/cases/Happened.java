package org.xincheng.credit.cases;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An act of a known kind with its place in the case, actor and time.
 *
 * @param seq position in the case, from 1
 * @param actor who did it
 * @param day when, Asia/Shanghai
 * @param at when, to the instant
 * @param act what was done
 */
public record Happened<A extends CaseAct>(int seq, String actor, LocalDate day, Instant at, A act) {}

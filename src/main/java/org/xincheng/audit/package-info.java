/**
 * The append-only log of commands and of readings of people's data: writing it, searching it, and proving that it is whole. The
 * database chains it (migration V3); the proof is computed here, from the rows alone. The package holds neither web nor engine, so that
 * the command {@code verify-audit} runs without them.
 */
package org.xincheng.audit;

/**
 * The law in plain Java: the working-day calendar, the counting of deadlines, the clock of a listing's term, and the
 * value objects of the regimes. Nothing here knows the engine, the store or the web; the JDK is all it needs.
 */
package org.xincheng.law;

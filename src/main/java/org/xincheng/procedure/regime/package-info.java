/**
 * The law as tables: reads {@code processes/regimes/*.dmn} through the engine, so that a designer's new version of a
 * table counts from its deployment on. What the columns mean is said in {@code processes/regimes/README.md}.
 */
package org.xincheng.procedure.regime;

/**
 * What every model and every form has to keep, whoever drew it. A rule finds each place that breaks it; for each rule a
 * file in {@code src/test/resources/models} breaks that rule and no other.
 */
package org.xincheng.models;

/**
 * The credit store: what is lawful, and what is remembered. It knows neither engine nor web. Rules are policies with full names that return a
 * {@link org.xincheng.credit.Refusal}; facts are appended, never changed.
 */
package org.xincheng.credit;

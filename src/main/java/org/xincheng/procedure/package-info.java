/**
 * Where the models meet the store: one package per folder of {@code processes/}. Delegates and task forms read an id, call one use case and
 * set at most a routing result; no rule of law lives here.
 */
package org.xincheng.procedure;

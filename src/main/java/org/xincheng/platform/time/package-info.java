/** The one clock of the application and of the engine, which demo and tests can move. */
package org.xincheng.platform.time;

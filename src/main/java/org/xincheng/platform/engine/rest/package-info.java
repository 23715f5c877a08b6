/** The gate before the engine's embedded REST: what is not in the table of routes is closed. */
package org.xincheng.platform.engine.rest;

/**
 * Maintenance commands, run by {@code java -jar xincheng.jar NAME [arguments]} beside the application or without it. A command
 * starts no engine and no pages; its answer goes to the console, which is why only this package may write there.
 */
package org.xincheng.platform.command;

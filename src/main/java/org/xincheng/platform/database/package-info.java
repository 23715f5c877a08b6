/**
 * The database: an embedded PostgreSQL where no address is configured, and the two roles (owner of the schemas, running
 * application) wherever it runs.
 */
package org.xincheng.platform.database;

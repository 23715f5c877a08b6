/** How the process engine is set up: what it records, how it runs jobs, and what its models may not do. */
package org.xincheng.platform.engine;

/** Behind {@code processes/service}: service of process (送达), the same for every letter. */
package org.xincheng.procedure.service;

/** Service of process (送达): the proof of every attempt, in cases of every procedure; clocks start from it. */
package org.xincheng.credit.service;

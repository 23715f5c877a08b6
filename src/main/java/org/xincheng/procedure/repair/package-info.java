/** Credit repair and the revocation of a repair for the engine: {@code processes/repair/}, {@code forms/repair/}. */
package org.xincheng.procedure.repair;

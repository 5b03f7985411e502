#include "elementary.hpp"

// In the place of the C library's, also where Eigen and that library itself call them.

extern "C" {
double exp(double x) { return downhill::elementary::exp(x); }
double log(double x) { return downhill::elementary::log(x); }
double pow(double x, double y) { return downhill::elementary::pow(x, y); }
// Inside sin, cos and tan of musl.
int __rem_pio2(double x, double* rest) { return downhill::elementary::quarter_turns(x, rest); }
}

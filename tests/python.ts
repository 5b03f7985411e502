import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { python } from './bench/blas.mjs';

/** A Python with NumPy. */
export const interpreter = process.env.PYTHON ?? python;

const evaluate = `
import ast, json, sys
import numpy as np
program = ast.parse(sys.stdin.read())
last = ast.Expression(program.body.pop().value)
names = {"np": np}
exec(compile(program, "program", "exec"), names)
json.dump(eval(compile(last, "program", "eval"), names), sys.stdout, default=lambda array: array.tolist())`;

/** The value of the last line of a program in Python, which has NumPy as np and can import the modules of web/figures/listings. A complex one throws. */
export function inPython(program: string): unknown {
  const env = { ...process.env, PYTHONPATH: join(import.meta.dirname, '../web/figures/listings') };
  // -B: no compiled files beside the sources; -W: what NumPy warns of, as of a number that overflows, is an error.
  return JSON.parse(execFileSync(interpreter, ['-B', '-W', 'error', '-c', evaluate], { input: program, env, encoding: 'utf8' }));
}

export const trainingWorkerName = 'downhill-training';
export const surfaceWorkerName = 'downhill-surface';
